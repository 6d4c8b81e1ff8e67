import { emails, files } from "@sidenote/contract/emails";
import { type Server, serve, serveDownload } from "../../core/http/serve.ts";
import { forgetEmail } from "./forget.ts";
import {
  downloadFile,
  getEmail,
  getEmailHtml,
  getThread,
  listThreads,
  storedMails,
  storeScreenMail,
} from "./service.ts";

export function emailRoutes(server: Server): void {
  serve(server, emails.get, (ctx, { id }) => getEmail(ctx, id));
  serve(server, emails.html, getEmailHtml);
  serve(server, emails.store, storeScreenMail);
  serve(server, emails.stored, storedMails);
  serve(server, emails.forget, forgetEmail);
  serve(server, emails.threads, listThreads);
  serve(server, emails.thread, getThread);
  serveDownload(server, files.download, downloadFile);
}

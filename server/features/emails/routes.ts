import { emails, files } from "@sidenote/contract/emails";
import { type Server, serve, serveDownload, serveLook } from "../../core/http/serve.ts";
import { forgetEmail, forgetThread } from "./forget.ts";
import { captureMails, storeScreenMail } from "./panel.ts";
import { screenStates } from "./screen.ts";
import { downloadFile, getEmail, getEmailHtml, getThread, listThreads, storedMails } from "./service.ts";

export function emailRoutes(server: Server): void {
  serve(server, emails.get, (ctx, { id }) => getEmail(ctx, id));
  serve(server, emails.html, getEmailHtml);
  serve(server, emails.store, storeScreenMail);
  serve(server, emails.stored, storedMails);
  serveLook(server, emails.screen, screenStates);
  serve(server, emails.capture, captureMails);
  serve(server, emails.forget, forgetEmail);
  serve(server, emails.forgetThread, forgetThread);
  serve(server, emails.threads, listThreads);
  serve(server, emails.thread, getThread);
  serveDownload(server, files.download, downloadFile);
}

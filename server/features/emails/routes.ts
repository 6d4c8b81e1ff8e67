import { emails } from "@sidenote/contract/emails";
import { type Server, serve } from "../../core/http/serve.ts";
import { forgetEmail } from "./forget.ts";
import { getEmail, getEmailHtml, getThread, listThreads, storedMails, storeScreenMail } from "./service.ts";

export function emailRoutes(server: Server): void {
  serve(server, emails.get, (ctx, { id }) => getEmail(ctx, id));
  serve(server, emails.html, getEmailHtml);
  serve(server, emails.store, storeScreenMail);
  serve(server, emails.stored, storedMails);
  serve(server, emails.forget, forgetEmail);
  serve(server, emails.threads, listThreads);
  serve(server, emails.thread, getThread);
}

import { emailDraft } from "@sidenote/contract/context";
import { type Server, serve } from "../../core/http/serve.ts";
import { writeDraft } from "./service.ts";

export function draftRoutes(server: Server): void {
  serve(server, emailDraft, writeDraft);
}

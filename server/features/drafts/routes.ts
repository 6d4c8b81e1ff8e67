import { emailDraft } from "@sidenote/contract/context";
import { drafts } from "@sidenote/contract/drafts";
import { type Server, serve } from "../../core/http/serve.ts";
import { changeDraft } from "./change.ts";
import { suggestReplies } from "./replies.ts";
import { writeDraft } from "./service.ts";
import { suggestSubjects } from "./subjects.ts";

export function draftRoutes(server: Server): void {
  serve(server, emailDraft, writeDraft);
  serve(server, drafts.replies, suggestReplies);
  serve(server, drafts.subjects, suggestSubjects);
  serve(server, drafts.change, changeDraft);
}

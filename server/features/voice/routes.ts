import { drafts } from "@sidenote/contract/drafts";
import { voice } from "@sidenote/contract/voice";
import { type Server, serve } from "../../core/http/serve.ts";
import { rememberInserted } from "./edits.ts";
import { getVoice, updateVoice } from "./service.ts";

export function voiceRoutes(server: Server): void {
  serve(server, voice.get, (ctx) => getVoice(ctx));
  serve(server, voice.update, updateVoice);
  serve(server, drafts.inserted, rememberInserted);
}

import { capture } from "@sidenote/contract/capture";
import { type Server, serve } from "../../core/http/serve.ts";
import { clearForgotten, getPolicy, updatePolicy } from "./service.ts";

export function captureRoutes(server: Server): void {
  serve(server, capture.policy, getPolicy);
  serve(server, capture.update, updatePolicy);
  serve(server, capture.remember, clearForgotten);
}

import { organizations } from "@sidenote/contract/organizations";
import { type Server, serve } from "../../core/http/serve.ts";
import { addDemo, removeDemo } from "./service.ts";

export function demoRoutes(server: Server): void {
  serve(server, organizations.addDemo, addDemo);
  serve(server, organizations.removeDemo, removeDemo);
}

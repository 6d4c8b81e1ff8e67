import { organizations } from "@sidenote/contract/organizations";
import { type Server, serve } from "../../core/http/serve.ts";
import { addOwnAddress, removeOwnAddress, updateMe, whoAmI } from "./service.ts";

export function organizationRoutes(server: Server): void {
  serve(server, organizations.me, whoAmI);
  serve(server, organizations.updateMe, updateMe);
  serve(server, organizations.addAddress, addOwnAddress);
  serve(server, organizations.removeAddress, removeOwnAddress);
}

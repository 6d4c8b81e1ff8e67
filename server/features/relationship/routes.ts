import { relationship } from "@sidenote/contract/relationship";
import { type Server, serve } from "../../core/http/serve.ts";
import { getRelationship } from "./service.ts";

export function relationshipRoutes(server: Server): void {
  serve(server, relationship.get, getRelationship);
}

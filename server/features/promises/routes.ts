import { promises } from "@sidenote/contract/promises";
import { type Server, serve } from "../../core/http/serve.ts";
import { proposePromises } from "./propose.ts";
import { decidePromise, getPromise, listPromises } from "./service.ts";

export function promiseRoutes(server: Server): void {
  serve(server, promises.list, listPromises);
  serve(server, promises.get, (ctx, { id }) => getPromise(ctx, id));
  serve(server, promises.propose, proposePromises);
  serve(server, promises.decide, decidePromise);
}

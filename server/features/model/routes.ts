import { model } from "@sidenote/contract/model";
import { assertMay } from "../../core/actor.ts";
import { type Server, serve } from "../../core/http/serve.ts";
import { getModel, listInteractions, testModel, updateModel } from "./service.ts";

export function modelRoutes(server: Server): void {
  serve(server, model.get, getModel);
  serve(server, model.update, updateModel);
  serve(server, model.test, (ctx) => {
    assertMay(ctx.actor, "model.test");
    return testModel(ctx);
  });
  serve(server, model.interactions, listInteractions);
}

import { capture } from "@sidenote/contract/capture";
import { imports } from "@sidenote/contract/imports";
import { type Server, serve, serveUpload } from "../../core/http/serve.ts";
import { listItems } from "./items.ts";
import { countNeverStored, forgetNeverStored } from "./never-stored.ts";
import { receiveBytes } from "./receive.ts";
import { retryItem } from "./retry.ts";
import { createImport, getImport, listImports, startImport, undoImport } from "./service.ts";
import { cancelImport, discardImport } from "./stop.ts";

export function importRoutes(server: Server): void {
  serve(server, imports.create, createImport);
  serveUpload(server, imports.receive, receiveBytes);
  serve(server, imports.start, startImport);
  serve(server, imports.list, listImports);
  serve(server, imports.get, (ctx, { id }) => getImport(ctx, id));
  serve(server, imports.items, listItems);
  serve(server, imports.retry, retryItem);
  serve(server, imports.cancel, cancelImport);
  serve(server, imports.discard, discardImport);
  serve(server, imports.undo, undoImport);
  serve(server, capture.stored, countNeverStored);
  serve(server, capture.forgetStored, forgetNeverStored);
}

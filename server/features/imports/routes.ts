import { imports } from "@sidenote/contract/imports";
import { type Server, serve, serveUpload } from "../../core/http/serve.ts";
import {
  cancelImport,
  createImport,
  getImport,
  listImports,
  listItems,
  receiveBytes,
  startImport,
  undoImport,
} from "./service.ts";

export function importRoutes(server: Server): void {
  serve(server, imports.create, createImport);
  serveUpload(server, imports.receive, receiveBytes);
  serve(server, imports.start, startImport);
  serve(server, imports.list, listImports);
  serve(server, imports.get, (ctx, { id }) => getImport(ctx, id));
  serve(server, imports.items, listItems);
  serve(server, imports.cancel, cancelImport);
  serve(server, imports.undo, undoImport);
}

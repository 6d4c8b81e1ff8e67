import { ledger } from "@sidenote/contract/ledger";
import { type Server, serve } from "../../core/http/serve.ts";
import { panelItems } from "./panel.ts";
import { ledgerSums } from "./service.ts";

export function ledgerRoutes(server: Server): void {
  serve(server, ledger.sums, ledgerSums);
  serve(server, ledger.panel, panelItems);
}

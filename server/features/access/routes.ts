import { access } from "@sidenote/contract/access";
import { type Server, serve, servePublic } from "../../core/http/serve.ts";
import {
  createKey,
  decidePairing,
  listTokens,
  pollPairing,
  requestPairing,
  revokeToken,
  showPairing,
  unpair,
} from "./service.ts";

export function accessRoutes(server: Server): void {
  serve(server, access.tokens, listTokens);
  serve(server, access.createKey, createKey);
  serve(server, access.revoke, revokeToken);
  servePublic(server, access.requestPairing, requestPairing);
  servePublic(server, access.pollPairing, pollPairing);
  serve(server, access.unpair, unpair);
  serve(server, access.pairing, showPairing);
  serve(server, access.decidePairing, decidePairing);
}

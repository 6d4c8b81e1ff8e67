import { PgliteClient } from "../../server/core/db/pglite/pglite.ts";

/** What starting the server cannot go below: PGlite open on its data, with the server's modules imported or (`bare`) without. */
const [dataDir = "", bare] = process.argv.slice(2);
if (!bare) await import("../../server/main.ts");
const client = await PgliteClient.open({ dataDir });
await client.query("select 1");
process.stdout.write("ready");
setInterval(() => {}, 60_000);

import { farrell } from "./farrell.ts";
import { fjordkyl } from "./fjordkyl.ts";
import { hagenmoor } from "./hagenmoor.ts";
import { havsfisk } from "./havsfisk.ts";
import { kilden } from "./kilden.ts";
import { koelwijk } from "./koelwijk.ts";
import { larkfield } from "./larkfield.ts";
import { medvelis } from "./medvelis.ts";
import { nordfrakt } from "./nordfrakt.ts";
import { notices } from "./notices.ts";
import { snihovaDolyna } from "./snihova-dolyna.ts";
import type { Relation } from "./story.ts";
import { umikaze } from "./umikaze.ts";
import { zimnyPort } from "./zimny-port.ts";

export const RELATIONS: readonly Relation[] = [
  nordfrakt,
  zimnyPort,
  umikaze,
  larkfield,
  medvelis,
  koelwijk,
  kilden,
  snihovaDolyna,
  hagenmoor,
  havsfisk,
  farrell,
  fjordkyl,
  notices,
];

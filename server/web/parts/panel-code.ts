import { later } from "./later.tsx";

/** The panel is code of its own: a list of mail does not wait for it. */
export const PanelCode = later(() => import("@sidenote/panel/Panel.tsx").then((code) => code.Panel));

export type { Answer, Gateway, ModelCall } from "./gateway.ts";
export { interactionTable } from "./interaction.table.ts";
export { isLocalHost } from "./local.ts";
export { isModelNear } from "./permit.ts";
export { modelSettingsTable } from "./settings.table.ts";
export { KEY_PURPOSE, maySendUnmasked, originOf, type SettingsRow, settingsRow } from "./settings.ts";
export { MadeWay } from "./turns.ts";

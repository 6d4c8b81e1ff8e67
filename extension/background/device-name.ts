/** What a member reads in the list of paired devices: "Chrome on Windows". */
export function deviceName(userAgent: string): string {
  const browser = ["Firefox", "Edg", "OPR", "Chrome"].find((name) => userAgent.includes(`${name}/`)) ?? "Browser";
  const system = ["Windows", "Mac OS", "CrOS", "Android", "Linux"].find((name) => userAgent.includes(name));
  const said: Record<string, string> = { Edg: "Edge", OPR: "Opera", "Mac OS": "Mac", CrOS: "ChromeOS" };
  return [said[browser] ?? browser, ...(system ? ["on", said[system] ?? system] : [])].join(" ");
}

/** How long a provider asks to be left alone: `Retry-After` in seconds or as a date, or `retry-after-ms`; null when it says nothing. */
export function retryAfterMs(headers: Headers | undefined, nowMs = Date.now()): number | null {
  const ms = Number.parseFloat(headers?.get("retry-after-ms") ?? "");
  if (ms >= 0) return ms;
  const said = headers?.get("retry-after")?.trim();
  if (!said) return null;
  const seconds = Number(said);
  if (seconds >= 0) return seconds * 1000;
  const until = Date.parse(said);
  return Number.isNaN(until) ? null : Math.max(0, until - nowMs);
}

const LETTERS_AND_DOTS = /^[\p{L}\p{M}\p{N}.-]+$/u;

/**
 * An address with its domain as the DNS has it: `info@køl.example` → `info@xn--kl-lka.example` (UTS #46), for pages and mails write
 * it either way. What is no domain stays as it is.
 */
export function withAsciiDomain(address: string): string {
  const at = address.lastIndexOf("@") + 1;
  const domain = address.slice(at);
  if (at === 0 || /^[\0-\x7f]*$/.test(domain) || !LETTERS_AND_DOTS.test(domain)) return address;
  return URL.canParse(`http://${domain}`) ? address.slice(0, at) + new URL(`http://${domain}`).hostname : address;
}

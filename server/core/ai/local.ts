import { lookup as lookUp } from "node:dns/promises";
import { BlockList, isIP } from "node:net";

/** Loopback, private and link-local networks. It knows an IPv4 address also in the form that IPv6 has for it (`::ffff:…`). */
const HERE = new BlockList();
for (const [network, bits] of [
  ["127.0.0.0", 8],
  ["10.0.0.0", 8],
  ["172.16.0.0", 12],
  ["192.168.0.0", 16],
  ["169.254.0.0", 16],
] as const) {
  HERE.addSubnet(network, bits, "ipv4");
}
for (const [network, bits] of [
  ["::1", 128],
  ["fc00::", 7],
  ["fe80::", 10],
] as const) {
  HERE.addSubnet(network, bits, "ipv6");
}

/** Whether an address is this machine's or this network's (loopback, private, link-local). */
export const isLocalAddress = (address: string): boolean => HERE.check(address, isIP(address) === 6 ? "ipv6" : "ipv4");

/** Whether every address that a host stands for is local; null when it stands for none. */
export async function isLocalHost(host: string): Promise<boolean | null> {
  const bare = host.replace(/^\[|\]$/g, "");
  if (isIP(bare)) return isLocalAddress(bare);
  try {
    const found = await lookUp(bare, { all: true });
    return found.length > 0 && found.every(({ address }) => isLocalAddress(address));
  } catch {
    return null;
  }
}

import { z } from "zod";
import { withAsciiDomain } from "./ascii-domain.ts";

/** As mail has them, which is wider than what a form would take: `p..o'neil@` exists. Case does not matter. */
export const Address = z
  .string()
  .max(320)
  .overwrite(withAsciiDomain)
  .regex(
    /^[^\s@<>(),;:"]{1,64}@[a-z0-9](?:[a-z0-9.-]{0,250}[a-z0-9])?$/i,
    "must be an address such as marta@nordfrakt.example",
  );

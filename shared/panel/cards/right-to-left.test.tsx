import { context } from "@sidenote/contract/context";
import { screen } from "@testing-library/react";
import { expect, test } from "vitest";
import { martaContext, ofMarta } from "../testing/canned.ts";
import { wellServer } from "../testing/server.ts";
import { show } from "../testing/show.tsx";

const ASKS = "האם תוכלו לשלוח את הצעת המחיר ל-24 חודשים (כולל מע״מ)?";

test("what others wrote runs in the direction of its own script: what waits, and what happened", async () => {
  const [owed] = martaContext.owed;
  const [entry] = martaContext.timeline;
  const known = { ...martaContext, owed: [{ ...owed!, asks: ASKS }], timeline: [{ ...entry!, title: "הצעת מחיר" }] };
  show({ subject: { ...ofMarta, compose: null }, client: wellServer().answer(context.get, known) });
  const asks = await screen.findByText((_, element) => element?.textContent.startsWith(ASKS) ?? false, {
    selector: ".asks",
  });
  expect(asks.dir).toBe("auto");
  expect(screen.getByText("הצעת מחיר").dir).toBe("auto");
});

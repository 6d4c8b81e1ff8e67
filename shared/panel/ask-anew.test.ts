import { QueryClient, QueryObserver } from "@tanstack/react-query";
import { expect, test } from "vitest";
import { askAnew } from "./ask-anew.ts";

/** Something that is shown, asked for at a server that answers when it is told to. */
function shown() {
  const queries = new QueryClient();
  const asked: { answer: (what: string) => void; signal: AbortSignal }[] = [];
  const observer = new QueryObserver<string>(queries, {
    queryKey: ["context"],
    queryFn: ({ signal }) => new Promise((answer) => asked.push({ answer, signal })),
  });
  const seen: (string | undefined)[] = [];
  observer.subscribe(({ data }) => {
    if (data !== seen.at(-1)) seen.push(data);
  });
  return { queries, asked, seen };
}
const turn = () => new Promise((resolve) => setTimeout(resolve));

test("an answer that takes longer than the time between two changes is shown, and asked for once more", async () => {
  const { queries, asked, seen } = shown();
  asked[0]!.answer("first");
  await turn();
  for (let i = 0; i < 5; i++) {
    void askAnew(queries, { queryKey: ["context"] });
    await turn();
  }
  expect(asked).toHaveLength(2);
  expect(asked[1]!.signal.aborted).toBe(false);
  asked[1]!.answer("second");
  await turn();
  expect(seen).toEqual(["first", "second"]);
  expect(asked).toHaveLength(3);
  asked[2]!.answer("third");
  await turn();
  expect(seen.at(-1)).toBe("third");
  expect(asked).toHaveLength(3);
});

test("what nothing is on its way for is asked at once", async () => {
  const { queries, asked } = shown();
  asked[0]!.answer("first");
  await turn();
  void askAnew(queries, { queryKey: ["context"] });
  expect(asked).toHaveLength(2);
});

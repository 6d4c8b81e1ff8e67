import type { ModelCall, Recorded } from "../../core/ai/gateway.ts";
import type { Ctx } from "../../core/context.ts";

type Asked<T> = Pick<ModelCall, "task" | "prompt" | "preferBuiltin"> & {
  /** What of a model's text holds; nothing of it is as good as no answer. */
  read(text: string): T[];
  /** The builtin's, one a line. */
  builtin: readonly string[];
};

/** A few lines to choose from, asked of a model as a whole; none of them where the builtin has to answer. */
export async function askLines<T>(
  ctx: Ctx,
  { read, builtin, ...call }: Asked<T>,
): Promise<{ held: T[]; answer: Recorded }> {
  let text = "";
  let held: T[] = [];
  const answer = await ctx.app.ai.ask(ctx, {
    ...call,
    onText: (more) => {
      text += more;
    },
    accept() {
      held = read(text);
      return held.length > 0;
    },
    async builtin() {
      held = [];
      return builtin.join("\n");
    },
    onRestart: () => {},
  });
  return { held, answer };
}

import type { InteractionId } from "@sidenote/contract/ids";
import type { Ctx } from "../context.ts";
import { change } from "../db/transaction.ts";
import type { Answer, ModelCall, Spent } from "./gateway.ts";
import { interactionTable } from "./interaction.table.ts";

/** Runs a call and leaves its row in the ledger, however it ends. The row holds counts and names, never words. */
export async function recorded(
  ctx: Ctx,
  call: ModelCall,
  run: (spent: Spent) => Promise<Answer>,
): Promise<Answer & { interactionId: InteractionId }> {
  const began = performance.now();
  const spent: Spent = { model: null, tokens: { input: 0, output: 0 }, leftMachine: false, failure: null };
  const row = (
    answeredBy: string,
    how: Pick<typeof interactionTable.$inferInsert, "outcome" | "error">,
  ): Promise<InteractionId> =>
    record(ctx, {
      ...how,
      task: call.task,
      promptVersion: call.prompt.version,
      durationMs: Math.round(performance.now() - began),
      model: spent.model ?? answeredBy,
      inputTokens: spent.tokens.input,
      outputTokens: spent.tokens.output,
      leftMachine: spent.leftMachine,
    });
  try {
    const answer = await run(spent);
    const outcome = answer.fallbackReason === null ? "ok" : "fell_back";
    const interactionId = await row(answer.model, { outcome, error: spent.failure });
    return { ...answer, interactionId };
  } catch (error) {
    const outcome = ctx.signal.aborted ? "cancelled" : "refused";
    await row("none", { outcome, error: error instanceof Error ? error.name : "error" });
    throw error;
  }
}

const record = (ctx: Ctx, values: typeof interactionTable.$inferInsert): Promise<InteractionId> =>
  change(ctx, "interaction.record", async (tx) => {
    const [row] = await tx.insert(interactionTable).values(values).returning({ id: interactionTable.id });
    ctx.app.metrics.modelCalls.observe({ task: values.task, outcome: values.outcome }, values.durationMs / 1000);
    return {
      after: row!.id,
      recordId: row!.id,
      audit: { id: row!.id, task: values.task, model: values.model, outcome: values.outcome },
    };
  });

import type { InteractionId } from "@sidenote/contract/ids";
import type { Ctx } from "../context.ts";
import { change } from "../db/transaction.ts";
import type { Answer, ModelCall } from "./gateway.ts";
import { interactionTable } from "./interaction.table.ts";

/** Runs a call and leaves its row in the ledger, however it ends. The row holds counts and names, never words. */
export async function recorded(
  ctx: Ctx,
  call: ModelCall,
  run: () => Promise<Answer>,
): Promise<Answer & { interactionId: InteractionId }> {
  const began = performance.now();
  const row = (
    values: Pick<
      typeof interactionTable.$inferInsert,
      "model" | "inputTokens" | "outputTokens" | "leftMachine" | "outcome" | "error"
    >,
  ) =>
    record(ctx, {
      ...values,
      task: call.task,
      promptVersion: call.prompt.version,
      durationMs: Math.round(performance.now() - began),
    });
  try {
    const answer = await run();
    const interactionId = await row({
      model: answer.model,
      inputTokens: answer.tokens.input,
      outputTokens: answer.tokens.output,
      leftMachine: answer.leftMachine,
      outcome: answer.fallbackReason === null ? "ok" : "fell_back",
      error: answer.fallbackReason,
    });
    return { ...answer, interactionId };
  } catch (error) {
    const outcome = ctx.signal.aborted ? "cancelled" : "refused";
    await row({
      model: "none",
      inputTokens: 0,
      outputTokens: 0,
      leftMachine: false,
      outcome,
      error: error instanceof Error ? error.name : "error",
    });
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

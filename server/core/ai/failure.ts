/** Why a model's answer cannot be used: one sentence for the person who asked. */
export class ProviderFailure extends Error {
  readonly leftMachine: boolean;
  readonly tokens: { input: number; output: number };

  constructor(
    message: string,
    spent: { leftMachine: boolean; tokens: { input: number; output: number } } = {
      leftMachine: false,
      tokens: { input: 0, output: 0 },
    },
  ) {
    super(message);
    this.leftMachine = spent.leftMachine;
    this.tokens = spent.tokens;
  }
}

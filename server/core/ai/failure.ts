/** Why a model's answer cannot be used: one sentence for the person who asked. */
export class ProviderFailure extends Error {}

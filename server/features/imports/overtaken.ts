/**
 * Another run of the same import has gone on meanwhile: the process of one of them was held up so long (a machine that slept, a
 * network that was gone) that its job was given to another worker, and works on until it hears of that.
 */
export class Overtaken extends Error {}

// In a browser there is no file to read: the page fetches the model and hands its bytes to useModel().

import { ChanceryError } from '../errors.js';

export function modelFile(name: string): Uint8Array {
  throw new ChanceryError('E070', name);
}

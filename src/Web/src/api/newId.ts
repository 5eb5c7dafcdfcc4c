import { v7 } from 'uuid';

/** An id whose beginning is the time: what follows each other lies together in the database. Works over plain HTTP too, where `crypto.randomUUID` is missing. */
export function newId(): string {
  return v7();
}

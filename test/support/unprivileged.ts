const nobody = 65_534;

/** Runs `work` without the right to ignore file permissions, also when the tests run as root. */
export function asOrdinaryUser<T>(work: () => T): T {
  if (process.getuid?.() !== 0) return work();
  process.seteuid?.(nobody);
  try {
    return work();
  } finally {
    process.seteuid?.(0);
  }
}

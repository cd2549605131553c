const REASONS: Readonly<Record<string, string>> = {
  ENOENT: 'it is not there',
  EISDIR: 'it is a folder',
  ENOTDIR: 'its folder is a file',
  EEXIST: 'it is a file, not a folder',
  EACCES: 'you may not',
  EPERM: 'you may not',
  EROFS: 'nothing can be written there',
  ENOSPC: 'the disk is full',
  EDQUOT: 'the disk is full',
  EADDRINUSE: 'another program is there already',
  EADDRNOTAVAIL: 'this machine has no such address',
  'not-an-address': 'write an address like 192.168.1.20:4977 or [fd00::1]:4977',
}

/** Why the system would not, for a person; what has no words here stays as it is. */
export const reasonInWords = (reason: string): string => REASONS[reason] ?? reason

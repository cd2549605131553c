/** The kinds of files that the program opens, by their ends: the same on each system (forge.config.ts, electron/linux). */
export const FILE_TYPES = [
  { name: 'Circle of Next Step Together', extension: 'nst', mime: 'application/x-next-step-together' },
  {
    name: 'Certificate of an agreement',
    extension: 'nst-certificate',
    mime: 'application/x-next-step-together-certificate',
  },
  {
    name: 'New version of Next Step Together',
    extension: 'nst-update',
    mime: 'application/x-next-step-together-update',
  },
] as const

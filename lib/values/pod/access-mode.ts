/** Ways in which nodes may mount a volume that is claimed. */
export enum AccessMode {
  /** By one node at a time, for reading and writing. */
  READ_WRITE_ONCE = 'ReadWriteOnce',

  /** By one pod at a time, for reading and writing. */
  READ_WRITE_ONCE_POD = 'ReadWriteOncePod',

  /** By many nodes, for reading and writing. */
  READ_WRITE_MANY = 'ReadWriteMany',

  /** By many nodes, for reading alone. */
  READ_ONLY_MANY = 'ReadOnlyMany',
}

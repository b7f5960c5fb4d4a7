// One after the other: some rows measure what the process allocates.
[assembly: CollectionBehavior(DisableTestParallelization = true)]

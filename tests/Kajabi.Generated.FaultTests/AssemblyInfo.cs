// Sequential, because some rows measure the memory allocations of the process.
[assembly: CollectionBehavior(DisableTestParallelization = true)]

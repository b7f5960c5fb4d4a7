// Some tests use all processors themselves.
[assembly: CollectionBehavior(DisableTestParallelization = true)]

"""Where the work on documents is done: in this process, in several, or on a Dask cluster, with the same result.

A :class:`~pipeline.engine.work.Work` says what is done with a batch; an engine maps it over documents and gives results
back in their order. Workers get text and return records: nothing but the process that asks writes anything.
"""

/** What users wait for, beside other libraries: {@link dev.keyway.benchmarks.Table} runs it all. */
@NullMarked
package dev.keyway.benchmarks;

import org.jspecify.annotations.NullMarked;

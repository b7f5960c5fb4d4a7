using System.Globalization;
using BenchmarkDotNet.Columns;
using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Reports;
using BenchmarkDotNet.Running;

namespace Kajabi.Benchmarks;

/// <summary>Adds a column with the mean time per operation.</summary>
public class PerOperationConfig : ManualConfig
{
    /// <summary>Adds the column.</summary>
    public PerOperationConfig() => AddColumn(new PerOperationColumn());

    private sealed class PerOperationColumn : IColumn
    {
        public string Id => ColumnName;

        public string ColumnName => "Per operation";

        public bool AlwaysShow => true;

        public ColumnCategory Category => ColumnCategory.Custom;

        public int PriorityInCategory => 0;

        public bool IsNumeric => true;

        public UnitType UnitType => UnitType.Time;

        public string Legend => "Mean divided by the number of operations";

        public bool IsAvailable(Summary summary) => true;

        public bool IsDefault(Summary summary, BenchmarkCase benchmarkCase) => false;

        public string GetValue(Summary summary, BenchmarkCase benchmarkCase)
        {
            double? mean = summary[benchmarkCase]?.ResultStatistics?.Mean;
            return mean is null
                ? "?"
                : string.Create(
                    CultureInfo.InvariantCulture,
                    $"{mean / (int)benchmarkCase.Parameters[nameof(DriftBenchmarks.Operations)] / 1000:0.0} us"
                );
        }

        public string GetValue(Summary summary, BenchmarkCase benchmarkCase, SummaryStyle style) => GetValue(summary, benchmarkCase);
    }
}

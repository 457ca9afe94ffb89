using System.Collections.Concurrent;
using System.Diagnostics;
using System.Text;

namespace KnowledgeGraph.Fuzz;

/// <summary>Sends mutated inputs to a target and gathers the faults.</summary>
public sealed class FuzzRun(FuzzTarget target, int seed)
{
    private const int Repeats = 30;

    private readonly ConcurrentDictionary<string, string> _faults = new(StringComparer.Ordinal);

    /// <summary>One input for each kind of fault.</summary>
    public IReadOnlyDictionary<string, string> Faults => _faults;

    /// <param name="inputs">How many.</param>
    /// <param name="limit">What takes longer is a fault; null does not look at the time.</param>
    public void Run(int inputs, TimeSpan? limit = null)
    {
        var mutator = new Mutator(target, seed);
        Parallel.For(0, inputs, number =>
        {
            var input = mutator.Input(number);
            var began = Stopwatch.GetTimestamp();
            Try(number, input);
            if (limit is { } most && Stopwatch.GetElapsedTime(began) > most && IsSlow(input, most))
                Add("It takes long.", number, input);
        });
    }

    private void Try(int number, byte[] input)
    {
        try
        {
            target.Run(input);
        }
        catch (Exception exception)
        {
            // Whatever comes out is a fault: the target catches what it may throw.
            var frame = exception.StackTrace?.Split('\n').FirstOrDefault(line => line.Contains("KnowledgeGraph", StringComparison.Ordinal))?.Trim();
            Add($"{exception.GetType().Name}: {exception.Message} {frame}", number, input);
        }
    }

    // The machine has other work: it is the fastest of several times that counts.
    private bool IsSlow(byte[] input, TimeSpan limit)
    {
        for (var i = 0; i < Repeats; i++)
        {
            var began = Stopwatch.GetTimestamp();
            Try(-1, input);
            if (Stopwatch.GetElapsedTime(began) <= limit)
                return false;
        }

        return true;
    }

    private void Add(string fault, int number, byte[] input) =>
        _faults.TryAdd(fault, $"input {number} of seed {seed}: {Encoding.UTF8.GetString(input)}\n{Convert.ToBase64String(input)}");
}

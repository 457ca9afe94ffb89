namespace KnowledgeGraph.Fuzz;

/// <summary>Makes inputs of seeds: the same for the same number.</summary>
internal sealed class Mutator(FuzzTarget target, int seed)
{
    private const int MaxBytes = 4_096;

    public byte[] Input(int number)
    {
        var random = new Random(unchecked((seed * 7_919) + number));
        var bytes = new List<byte>(Pick(random, target.Seeds));
        for (var changes = 1 + random.Next(4); changes > 0; changes--)
            Change(random, bytes);
        return bytes.Count > MaxBytes ? [.. bytes[..MaxBytes]] : [.. bytes];
    }

    private void Change(Random random, List<byte> bytes)
    {
        var at = random.Next(bytes.Count + 1);
        var rest = bytes.Count - at;
        switch (random.Next(9))
        {
            case 0 when rest > 0:
                bytes[at] ^= (byte)(1 << random.Next(8));
                break;
            case 1 when rest > 0:
                bytes[at] = (byte)random.Next(256);
                break;
            case 2:
                bytes.RemoveRange(at, Math.Min(rest, 1 + random.Next(8)));
                break;
            case 3:
                bytes.RemoveRange(at, rest);
                break;
            case 4:
                var other = Pick(random, target.Seeds);
                var from = random.Next(other.Length);
                bytes.InsertRange(at, other[from..Math.Min(other.Length, from + 1 + random.Next(40))]);
                break;
            case 5 when rest > 0:
                bytes.InsertRange(at, bytes.GetRange(at, Math.Min(rest, 1 + random.Next(24))));
                break;
            case 6:
                // Nesting, and long runs of the same.
                var word = Pick(random, target.Words);
                for (var times = random.Next(300); times > 0 && bytes.Count < MaxBytes; times--)
                    bytes.InsertRange(at, word);
                break;
            default:
                bytes.InsertRange(at, Pick(random, target.Words));
                break;
        }
    }

    private static byte[] Pick(Random random, IReadOnlyList<byte[]> items) => items[random.Next(items.Count)];
}

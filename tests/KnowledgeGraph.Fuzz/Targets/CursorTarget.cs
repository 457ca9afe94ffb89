using System.Text;
using KnowledgeGraph.GraphQL;
using KnowledgeGraph.GraphQL.Relay;

namespace KnowledgeGraph.Fuzz.Targets;

/// <summary>Cursors: only what was sealed is opened.</summary>
internal sealed class CursorTarget : FuzzTarget
{
    private static readonly string[] _keys = ["", "1", "张三:42", new('x', 300)];
    private static readonly Cursors _cursors = new("a secret of sixteen bytes"u8);
    private static readonly HashSet<string> _sealed = [.. _keys.Select(key => _cursors.Seal("people", key))];

    public override string Name => "cursor";

    public override IReadOnlyList<byte[]> Seeds { get; } =
        [.. _sealed.Select(Encoding.UTF8.GetBytes), .. Texts.Bytes(_cursors.Seal("other", "1"), "AQ", "", "=")];

    public override IReadOnlyList<byte[]> Words { get; } = Texts.Bytes("A", "=", "==", "-", "_", "+", "/", " ", "\n", "é", "AQ", "\0");

    public override void Run(byte[] input)
    {
        var cursor = Encoding.UTF8.GetString(input);
        try
        {
            var key = _cursors.Open("people", cursor);
            if (!_keys.Contains(key))
                throw new InvalidOperationException($"A cursor that nobody sealed opens to {key}.");
        }
        catch (GraphQLException)
        {
            // The documented answer.
        }
    }
}

using System.Buffers.Text;
using System.Diagnostics.CodeAnalysis;
using System.Text;

namespace KnowledgeGraph.GraphQL.Relay;

/// <summary>An identifier that tells the type: what <c>node(id:)</c> takes (https://relay.dev/graphql/objectidentification.htm).</summary>
public readonly record struct GlobalId(string Type, string Id)
{
    /// <summary>Reads an identifier that <see cref="ToString"/> made.</summary>
    public static bool TryParse([NotNullWhen(true)] string? text, out GlobalId id)
    {
        id = default;
        if (string.IsNullOrEmpty(text) || !Base64Url.IsValid(text))
            return false;

        var parts = Encoding.UTF8.GetString(Base64Url.DecodeFromChars(text)).Split(':', 2);
        if (parts is not [{ Length: > 0 } type, { Length: > 0 } local])
            return false;

        id = new GlobalId(type, local);
        return true;
    }

    /// <summary>The identifier as clients see it.</summary>
    public override string ToString() => Base64Url.EncodeToString(Encoding.UTF8.GetBytes($"{Type}:{Id}"));
}

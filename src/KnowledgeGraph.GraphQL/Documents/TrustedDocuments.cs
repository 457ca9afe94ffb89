using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace KnowledgeGraph.GraphQL;

/// <summary>Documents that are known before any request, by their identifiers: what the makers of the clients registered.</summary>
/// <remarks>
/// A request names one by <c>documentId</c> (GraphQL over HTTP, appendix A) or by the hash of a persisted query. With
/// <see cref="GraphQLOptions.OnlyTrustedDocuments"/> nothing else is answered.
/// </remarks>
public sealed class TrustedDocuments
{
    private const string HashPrefix = "sha256:";

    private readonly Dictionary<string, ReadOnlyMemory<byte>> _byId = new(StringComparer.Ordinal);

    private TrustedDocuments()
    {
    }

    public int Count { get; private set; }

    /// <summary>Reads a manifest: an object of identifiers and documents, or the format <c>apollo-persisted-query-manifest</c>.</summary>
    /// <exception cref="FormatException">It is neither, or a hash does not belong to its document.</exception>
    public static TrustedDocuments FromManifest(ReadOnlyMemory<byte> json)
    {
        var documents = new TrustedDocuments();
        try
        {
            using var manifest = JsonDocument.Parse(json);
            if (manifest.RootElement.TryGetProperty("operations", out var operations) && operations.ValueKind == JsonValueKind.Array)
            {
                foreach (var operation in operations.EnumerateArray())
                    documents.Add(operation.GetProperty("id").GetString()!, operation.GetProperty("body").GetString()!);
            }
            else
            {
                foreach (var entry in manifest.RootElement.EnumerateObject())
                    documents.Add(entry.Name, entry.Value.GetString()!);
            }
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException or KeyNotFoundException or ArgumentNullException)
        {
            throw new FormatException("The manifest is neither an object of identifiers and documents nor an apollo-persisted-query-manifest.", exception);
        }

        return documents;
    }

    /// <summary>The document of an identifier or of a SHA-256 in hexadecimal digits.</summary>
    public bool TryFind(string id, out ReadOnlyMemory<byte> document) => _byId.TryGetValue(id, out document);

    /// <summary>Whether a document is one of these, to the byte.</summary>
    public bool Contains(ReadOnlySpan<byte> document) => _byId.ContainsKey(HashOf(document));

    internal static string HashOf(ReadOnlySpan<byte> document) => Convert.ToHexStringLower(SHA256.HashData(document));

    private void Add(string id, string text)
    {
        ReadOnlyMemory<byte> document = Encoding.UTF8.GetBytes(text);
        var hash = HashOf(document.Span);
        if (id.StartsWith(HashPrefix, StringComparison.Ordinal) && id != HashPrefix + hash)
            throw new FormatException($"The document '{id}' has another hash: {hash}.");

        _byId[id] = document;
        _byId[hash] = document;
        _byId[HashPrefix + hash] = document;
        Count++;
    }
}

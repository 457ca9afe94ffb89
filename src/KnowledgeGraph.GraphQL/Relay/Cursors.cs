using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace KnowledgeGraph.GraphQL.Relay;

/// <summary>Makes cursors of keys: opaque to clients, and signed, so that a service need not distrust a key that comes back.</summary>
/// <remarks>
/// A cursor holds a version, the first half of an HMAC-SHA-256 and the key, in base64url. It belongs to a scope, such as a field with its
/// filter: in another it is refused. Servers that answer the same clients share the secret.
/// </remarks>
public sealed class Cursors
{
    private const byte Version = 1;
    private const int SignatureBytes = 16;
    private const int MinSecretBytes = 16;

    // Longer than any key; what is longer is not even decoded.
    private const int MaxCharacters = 4_096;

    private readonly byte[] _secret;

    /// <param name="secret">At least 16 bytes that only the servers know.</param>
    /// <exception cref="ArgumentException">The secret is too short.</exception>
    public Cursors(ReadOnlySpan<byte> secret)
    {
        if (secret.Length < MinSecretBytes)
            throw new ArgumentException($"The secret of the cursors has {secret.Length} bytes; it needs {MinSecretBytes}.", nameof(secret));

        _secret = secret.ToArray();
    }

    /// <summary>Cursors of this process alone.</summary>
    public static Cursors Random() => new(RandomNumberGenerator.GetBytes(32));

    /// <summary>The cursor of a key.</summary>
    public string Seal(string scope, string key)
    {
        ArgumentNullException.ThrowIfNull(scope);
        ArgumentNullException.ThrowIfNull(key);
        var text = Encoding.UTF8.GetBytes(key);
        var cursor = new byte[1 + SignatureBytes + text.Length];
        cursor[0] = Version;
        Sign(scope, text).CopyTo(cursor.AsSpan(1));
        text.CopyTo(cursor.AsSpan(1 + SignatureBytes));
        return Base64Url.EncodeToString(cursor);
    }

    /// <summary>The key of a cursor.</summary>
    /// <exception cref="GraphQLException">It is no cursor, not ours, or of another scope: code <c>INVALID_CURSOR</c>.</exception>
    public string Open(string scope, string cursor)
    {
        ArgumentNullException.ThrowIfNull(scope);
        ArgumentNullException.ThrowIfNull(cursor);
        if (cursor.Length > MaxCharacters || !TryDecode(cursor, out var bytes) || bytes.Length < 1 + SignatureBytes || bytes[0] != Version)
            throw Invalid();

        var text = bytes.AsSpan(1 + SignatureBytes);
        return CryptographicOperations.FixedTimeEquals(bytes.AsSpan(1, SignatureBytes), Sign(scope, text))
            ? Encoding.UTF8.GetString(text)
            : throw Invalid();
    }

    private static bool TryDecode(string cursor, out byte[] bytes)
    {
        bytes = new byte[Base64Url.GetMaxDecodedLength(cursor.Length)];
        if (!Base64Url.IsValid(cursor) || !Base64Url.TryDecodeFromChars(cursor, bytes, out var written))
            return false;

        bytes = bytes[..written];
        return true;
    }

    private ReadOnlySpan<byte> Sign(string scope, ReadOnlySpan<byte> key)
    {
        // The length tells where the scope ends, so that no two pairs are signed alike.
        var head = Encoding.UTF8.GetBytes($"{scope.Length}:{scope}:");
        byte[] message = [.. head, .. key];
        return HMACSHA256.HashData(_secret, message).AsSpan(0, SignatureBytes);
    }

    private static GraphQLException Invalid() =>
        new("The cursor is not one of this connection: take it from an edge or from pageInfo of the same field with the same arguments.", "INVALID_CURSOR");
}

using System.Buffers;
using System.Buffers.Text;
using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Unicode;

namespace KnowledgeGraph.GraphQL.Execution;

/// <summary>Writes JSON into one growing buffer, so that what was written can be taken back when a null propagates.</summary>
internal sealed class ResponseWriter : IDisposable
{
    // What JSON asks to escape; everything else, Chinese as well, is written as it is.
    private static readonly SearchValues<char> _escaped =
        SearchValues.Create([.. Enumerable.Range(0, 0x20).Select(code => (char)code), '"', '\\']);

    private readonly int _maxBytes;
    private byte[] _buffer;
    private int _position;

    public ResponseWriter(int maxBytes, int capacity = 4096)
    {
        _maxBytes = maxBytes;
        _buffer = ArrayPool<byte>.Shared.Rent(capacity);
    }

    public int Position => _position;

    /// <summary>The indexes of the lists of leaves that are being written, for the path of an error.</summary>
    public List<int> Indexes { get; } = [];

    public ReadOnlyMemory<byte> Written => _buffer.AsMemory(0, _position);

    /// <summary>Forgets all that was written after <paramref name="position"/>.</summary>
    public void Truncate(int position) => _position = position;

    public void Raw(ReadOnlySpan<byte> bytes)
    {
        Reserve(bytes.Length);
        bytes.CopyTo(_buffer.AsSpan(_position));
        _position += bytes.Length;
    }

    public void Byte(byte value)
    {
        Reserve(1);
        _buffer[_position++] = value;
    }

    public void Null() => Raw("null"u8);

    public void Boolean(bool value) => Raw(value ? "true"u8 : "false"u8);

    public void Int64(long value)
    {
        Reserve(20);
        Utf8Formatter.TryFormat(value, _buffer.AsSpan(_position), out var written);
        _position += written;
    }

    public void Double(double value)
    {
        Reserve(32);
        value.TryFormat(_buffer.AsSpan(_position), out var written, "R");
        _position += written;
    }

    public void Decimal(decimal value)
    {
        Reserve(32);
        value.TryFormat(_buffer.AsSpan(_position), out var written);
        _position += written;
    }

    public void String(ReadOnlySpan<char> value)
    {
        Reserve(checked((value.Length * 3) + 2));
        _buffer[_position++] = (byte)'"';
        while (true)
        {
            var plain = value.IndexOfAny(_escaped);
            Transcode(plain < 0 ? value : value[..plain]);
            if (plain < 0)
                break;

            // An escape takes at most six bytes where three were reserved.
            Escape(value[plain]);
            value = value[(plain + 1)..];
            Reserve((value.Length * 3) + 2);
        }

        _buffer[_position++] = (byte)'"';
    }

    private void Transcode(ReadOnlySpan<char> value)
    {
        Utf8.FromUtf16(value, _buffer.AsSpan(_position), out _, out var written);
        _position += written;
    }

    private void Escape(char value)
    {
        Reserve(6);
        var escape = value switch
        {
            '"' => "\\\""u8,
            '\\' => "\\\\"u8,
            '\n' => "\\n"u8,
            '\r' => "\\r"u8,
            '\t' => "\\t"u8,
            '\b' => "\\b"u8,
            '\f' => "\\f"u8,
            _ => default,
        };
        if (escape.IsEmpty)
            Raw(Encoding.ASCII.GetBytes($"\\u{(int)value:x4}"));
        else
            Raw(escape);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void Reserve(int count)
    {
        if (count > _buffer.Length - _position)
            Grow(count);
    }

    private void Grow(int count)
    {
        if (_position + (long)count > _maxBytes)
            throw new ExecutionAbortedException(ExecutionErrors.ResponseTooLarge(_maxBytes));

        var larger = ArrayPool<byte>.Shared.Rent((int)Math.Min(Math.Max(_buffer.Length * 2L, _position + (long)count), int.MaxValue / 2));
        _buffer.AsSpan(0, _position).CopyTo(larger);
        ArrayPool<byte>.Shared.Return(_buffer);
        _buffer = larger;
    }

    public void Dispose()
    {
        if (_buffer.Length > 0)
            ArrayPool<byte>.Shared.Return(_buffer);
        _buffer = [];
        _position = 0;
    }
}

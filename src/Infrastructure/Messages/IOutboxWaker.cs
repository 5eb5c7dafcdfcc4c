namespace ClientChats.Infrastructure.Messages;

/// <summary>Wakes the loop that sends what the outbox holds.</summary>
internal interface IOutboxWaker
{
    void Wake();
}

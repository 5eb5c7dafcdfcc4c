using AutoMapper;
using Microsoft.Extensions.DependencyInjection;

namespace ClientChats.Application.Tests.Organizations;

public sealed class AdministrationViewsTests
{
    [Fact]
    public void Every_field_of_a_mapped_view_has_a_source()
    {
        using var services = new ServiceCollection().AddLogging().AddApplication().BuildServiceProvider();

        services.GetRequiredService<IConfigurationProvider>().AssertConfigurationIsValid();
    }
}

from profile_client.api.profile import update_profile
from profile_client.models import ProfileData, ProfilePatch, ProfilePatchAddress
from user_profile import client, read, save

ProfileData(nme="Ann", language="en")  # call-arg
ProfileData(name="Ann", language="es")  # arg-type
save(ProfilePatch(nicknme=None), "1")  # call-arg
save(ProfilePatch(language="es"), "1")  # arg-type
save(ProfilePatch(address=ProfilePatchAddress(cty="Riga")), "1")  # call-arg
save(ProfilePatch(name=None), "1")  # arg-type
update_profile.sync(client=client)  # call-arg
print(read().profile_data.nicknme)  # attr-defined

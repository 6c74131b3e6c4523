from administration import all_profiles, save_for_user
from profile_client.api.profile import update_profile
from profile_client.models import ProfileData, ProfilePatch, ProfilePatchAddress, UserProfilePatch
from user_profile import client, read, save

ProfileData(nme="Ann", language="en")  # call-arg
ProfileData(name="Ann", language="es")  # arg-type
save(ProfilePatch(nicknme=None), "1")  # call-arg
save(ProfilePatch(language="es"), "1")  # arg-type
save(ProfilePatch(address=ProfilePatchAddress(cty="Riga")), "1")  # call-arg
save(ProfilePatch(name=None), "1")  # arg-type
update_profile.sync(client=client)  # call-arg
print(read().profile_data.nicknme)  # attr-defined
save_for_user("3d4f7a52-6f5e-4b7c-9a1e-2b8c1d0e9f3a", UserProfilePatch())  # arg-type
UserProfilePatch(plan="gold")  # arg-type
UserProfilePatch(pln="paid")  # call-arg
all_profiles(limit="all")  # arg-type
